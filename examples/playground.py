"""A debate built in code from a table: where should the playground go?

    python playground.py > playground.argdown
    argmap render playground.argdown

Every line of the table says something for or against a place, some with evidence.
"""

import csv
from pathlib import Path

import argmap

draft = argmap.Draft()
draft.metadata(title="Where should the playground go?")

with Path(__file__).with_name("playground.csv").open(encoding="utf-8", newline="") as table:
    rows = list(csv.DictReader(table))

for name in dict.fromkeys(row["place"] for row in rows):
    draft.section(name)
    place = draft.claim(name, f"The playground should go to: {name}.")
    for row in (one for one in rows if one["place"] == name):
        reason = draft.argument(row["title"], row["reason"])
        if row["verdict"] == "for":
            draft.support(reason, place)
        else:
            draft.attack(reason, place)
        if row["evidence"]:
            source = {"title": row["source"], "date": row["date"]}
            title = f"{row['title']} shown"
            known = draft.evidence(title, row["evidence"], source=source, locator=row["locator"])
            draft.support(known, reason)

print(argmap.to_text(draft.finish()), end="")
