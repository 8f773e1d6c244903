"""Reads the files of the push: its configuration, its state, and the extract of the case-management system."""
import csv
import io
import json
import re

MOST_BYTES = 5_000_000


class Stop(Exception):
    """Ends the run with an exit code and one sentence that says what to do."""

    def __init__(self, exit_code, sentence):
        super().__init__(sentence)
        self.exit_code = exit_code


def read_text(path):
    if not path.is_file():
        raise Stop(2, f"There is no file {path}.")
    if path.stat().st_size > MOST_BYTES:
        raise Stop(2, f"{path} is larger than 5 MB.")
    return path.read_text(encoding="utf-8-sig")


def read_json(path):
    try:
        return json.loads(read_text(path))
    except ValueError:
        raise Stop(2, f"{path} is not JSON.") from None


def read_extract(path):
    """The extract, a CSV or a JSON list with `month`, `name` and `count`, as dictionaries that have their `line` too. A
    count stays the text that it is: what is no number is for the service to say, with its fix."""
    if path.suffix == ".json":
        numbered = list(enumerate(read_json(path), start=1))
    else:
        reader = csv.DictReader(io.StringIO(read_text(path), newline=""))
        numbered = [(reader.line_num, row) for row in reader]
    rows = []
    for line, row in numbered:
        month, name, count = (row.get(column) for column in ("month", "name", "count"))
        if not re.fullmatch(r"\d{4}-\d{2}", month or "") or name is None or count is None:
            raise Stop(2, f"Line {line} of {path} needs a month such as 2024-12, a name and a count.")
        rows.append({"line": line, "month": month, "name": name.strip(), "count": str(count).strip()})
    return rows
