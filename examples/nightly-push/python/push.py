#!/usr/bin/env python3
"""Sends a council's monthly counts every night: reads an extract, maps its names to the boxes of the return, sends each
month once, and says what has to be mended. Python 3.9 or later, no package. Run it as often as you like: sending the same
figures twice does no harm. How to set it up, and what the exit codes mean: README.md."""
import argparse
import hashlib
import json
import os
import sys
from pathlib import Path

from post import post
from read import Stop, read_extract, read_json, read_text

MOST_ROWS = 1_000


def read_key():
    """The key comes from the environment or a file, never from the command line, which other users of a machine see."""
    file = os.environ.get("CPM_KEY_FILE")
    key = os.environ.get("CPM_KEY", read_text(Path(file)) if file else "").strip()
    if 20 <= len(key) <= 100 and key.replace("_", "").replace("-", "").isalnum():
        return key
    raise Stop(2, "Set CPM_KEY to the key, or CPM_KEY_FILE to the path of a file with it.")


def by_month(rows, boxes, since):
    """The rows by month, by the boxes' names. A name that is not in the map stops the run: nothing is left out unseen."""
    unknown = sorted({row["name"] for row in rows} - boxes.keys())
    if unknown:
        raise Stop(2, "Map these to boxes, or to null: " + "; ".join(unknown))
    months = {}
    for row in rows:
        box = boxes[row["name"]]
        if box is not None and row["month"] >= since:
            months.setdefault(row["month"], []).append({**row, "box": box})
    return sorted(months.items())


def digest_of(*parts):
    return hashlib.sha256(json.dumps(parts).encode()).hexdigest()


def plan_of(run, month, rows, saved):
    """What to send of one month, and under which key. The same extract makes the same send, so a retry has no second
    effect; a changed one makes a new send, and so does going back to earlier figures, for the receipt before it is in
    the key."""
    figures = {row["box"]: row["count"] for row in rows}
    digest = digest_of([[row["box"], row["count"]] for row in rows])
    if saved.get("digest") == digest and not run["explain"]:
        previous, explained = saved["previous"], saved["explained"]
    else:
        stood = saved.get("figures", {})
        previous = saved.get("receipt")
        explained = [b for b, count in figures.items() if run["explain"] or stood.get(b, count) != count]
    observations = []
    for row in rows:
        one = {"metric": row["box"], "period": {"month": month}, "value": row["count"]}
        if row["box"] in explained:
            # A figure that replaces another says why: REVISION_NEEDS_REASON asks for it.
            one["reason"] = run["config"]["reason"]
        observations.append(one)
    body = json.dumps({"council": run["config"]["council"], "observations": observations})
    plan = {"digest": digest, "previous": previous, "explained": explained}
    return plan, body, digest_of(month, previous, body)


def show(findings, rows):
    """What was found, as a table; a row is named by its line in the extract."""
    table = [["row", "column", "value", "message", "fix"]]
    for f in findings:
        row = rows[f["row"] - 1]["line"] if f["row"] and f["row"] <= len(rows) else "-"
        table.append([str(row), f["column"] or "-", f["value"] or "-", f["message"], f["fix"]])
    widths = [max(len(line[n]) for line in table) for n in range(5)]
    for line in table:
        print("  ".join(cell.ljust(width) for cell, width in zip(line, widths)).rstrip())


def send_month(run, month, rows, saved):
    """Sends one month. Returns what to remember of it, and whether anything has to be mended."""
    if len(rows) > MOST_ROWS:
        raise Stop(2, f"{month} has more than {MOST_ROWS} rows.")
    plan, body, key = plan_of(run, month, rows, saved)
    status, said = post(run, body, key)
    findings = said.get("findings", [])
    if findings:
        show(findings, rows)
    if status >= 300:
        raise Stop(3, f"{month} was refused: {status} {said['code']}. {said['message']} {said['fix']}")
    how = "would be accepted" if said["dryRun"] else "were sent before" if said["replayed"] else "accepted"
    receipt = said["id"] or "none"
    print(f"{month}: {said['acceptedCount']} of {said['receivedCount']} {how}. Receipt {receipt}")
    blocked = {rows[f["row"] - 1]["box"] for f in findings if f["severity"] == "BLOCK" and f["row"]}
    stands = {row["box"]: row["count"] for row in rows if row["box"] not in blocked}
    figures = {**saved.get("figures", {}), **stands}
    return {**plan, "receipt": receipt, "figures": figures}, bool(blocked)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--config", type=Path, default=Path("push.json"))
    parser.add_argument("--since", default="", help="the first month to send, such as 2024-12")
    parser.add_argument("--dry-run", action="store_true", help="check; nothing is written")
    parser.add_argument("--explain", action="store_true", help="give the reason with every figure")
    options = parser.parse_args()
    config = read_json(options.config)
    state_path = options.config.parent / config["state"]
    state = read_json(state_path) if state_path.exists() else {}
    run = {"config": config, "key": read_key(), "dry_run": options.dry_run, "explain": options.explain}
    rows = read_extract(options.config.parent / config["extract"])
    exit_code = 0
    for month, of_month in by_month(rows, config["boxes"], options.since):
        remembered, to_mend = send_month(run, month, of_month, state.get(month, {}))
        if to_mend:
            exit_code = 1
        if options.dry_run:
            continue
        state[month] = remembered
        # Written beside and renamed, so that a run that is stopped leaves a whole file.
        fresh = state_path.with_suffix(".new")
        fresh.touch(mode=0o600)
        fresh.write_text(json.dumps(state, indent=2) + "\n", encoding="utf-8")
        fresh.replace(state_path)
    return exit_code


if __name__ == "__main__":
    try:
        sys.exit(main())
    except Stop as stop:
        print(stop, file=sys.stderr)
        sys.exit(stop.exit_code)
