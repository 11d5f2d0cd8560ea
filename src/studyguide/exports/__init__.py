"""Exports: quizzes, cards and data of an edition, for other programs.

An export is a module in ``kinds``, and is found by its file. It has

- ``GROUP``: the command that writes it, ``quiz`` or ``cards``;
- ``FILE``: the name of its file;
- ``PROGRAM``: the name of the other program, for messages;
- ``CLICK``: the label that says in one line how to open the file in the other program;
- ``make(material)``: the bytes of the file, from the `Material` of an edition; the same bytes for the same material;
- ``refusal(item)``: why the format cannot take an item, or a card (`refusals`), or None: nothing is silently left out,
  and nothing is shown without its picture (`pictures`);
- ``SCHEMES``: whether it has a place for mark schemes that only teachers see;
- ``COUNTS``: whether it counts its items from 1; the README then says which numbers they have in the guide.
"""
