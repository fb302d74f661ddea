"""The command `porchlight`. Each verb is a module of `commands` with `add(parser)` and `run(args) -> exit code`."""

from __future__ import annotations

import argparse
import sys
from importlib import import_module
from pkgutil import iter_modules

from porchlight.kernel.errors import Trouble
from porchlight.project import commands


def main(words: list[str] | None = None) -> int:
    """Run one verb. An expected trouble is one sentence and what to do about it."""
    parser = argparse.ArgumentParser(prog="porchlight", description="Harm reduction at work.")
    verbs = parser.add_subparsers(dest="verb", required=True, metavar="VERB")
    for found in sorted(iter_modules(commands.__path__), key=lambda module: module.name):
        module = import_module(f"{commands.__name__}.{found.name}")
        name = found.name.replace("_", "-")
        verb = verbs.add_parser(name, help=(module.__doc__ or "").splitlines()[0], description=module.__doc__)
        module.add(verb)
        verb.set_defaults(run=module.run)
    args = parser.parse_args(words)
    try:
        return int(args.run(args) or 0)
    except Trouble as trouble:
        sys.stderr.write(f"{trouble.said}\n{trouble.mend}  [{trouble.code}]\n")
        return 1


if __name__ == "__main__":
    raise SystemExit(main())
