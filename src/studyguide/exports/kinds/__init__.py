"""The kinds of export: each module here makes one file for one other program."""
