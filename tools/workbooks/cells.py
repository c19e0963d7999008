"""Pairs of workbook files on standard input, tab between, one a line: those whose cells openpyxl reads differently."""

import sys
import warnings

import openpyxl

warnings.simplefilter("ignore")


def cells(path, data_only):
    book = openpyxl.load_workbook(path, data_only=data_only)
    return {
        (sheet.title, cell.coordinate): str(getattr(cell.value, "text", cell.value))
        for sheet in book.worksheets
        for row in sheet.iter_rows()
        for cell in row
        if cell.value is not None
    }


for line in sys.stdin:
    before, after = line.rstrip("\n").split("\t")
    try:
        cells(before, True)
    except Exception:
        continue  # It does not read the file as it was: nothing to compare.
    try:
        # With and without formulas: both what is computed and how must be the same.
        for data_only in (False, True):
            was = cells(before, data_only)
            now = cells(after, data_only)
            for place in sorted(set(was) | set(now)):
                if was.get(place) != now.get(place):
                    print(before, place, was.get(place), now.get(place), sep="\t")
    except Exception as error:
        print(before, "not read", type(error).__name__, error, sep="\t")
