"""Imports: pictures, and questions from spreadsheets and from Moodle's GIFT, in the form that a guide has.

Nothing here writes a file, and nothing that somebody typed is dropped or guessed: a reader returns what it could take,
and a `Problem` with its place for everything else.
"""
