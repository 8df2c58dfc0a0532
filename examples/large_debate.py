"""A large debate, made by chance but always the same, and a look at one part of it.

    python large_debate.py > large-debate.argdown
    argmap render large-debate.argdown --focus "[Claim 17]" --radius 2

A map of 300 claims and arguments cannot be read. What bears on one of them can.
"""

import random
import sys

import argmap

SIZE = int(sys.argv[1]) if len(sys.argv) > 1 else 300

chance = random.Random(7)
draft = argmap.Draft()
draft.metadata(title=f"A debate of {SIZE}")
thesis = draft.claim("Claim 1", "This is where it begins.")
known = [thesis]

for number in range(2, SIZE + 1):
    # What is said last is talked about most, as in real debates.
    target = known[-1 - min(int(chance.expovariate(0.08)), len(known) - 1)]
    if chance.random() < 0.6:
        new = draft.claim(f"Claim {number}", f"Somebody says the sentence with number {number}.")
    else:
        new = draft.argument(f"Argument {number}", f"A reason with number {number}.")
    if chance.random() < 0.55:
        draft.support(new, target)
    else:
        draft.attack(new, target)
    known.append(new)

print(argmap.to_text(draft.finish()), end="")
