"""The source tree as the shape tests read it, without importing a thing."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
CODE = ROOT / "porchlight"
BENEATH_ROOMS = ("desks", "flows", "project")


def modules(folder: Path = CODE) -> list[Path]:
    """Every Python file below the folder but migrations, which Django writes."""
    return sorted(path for path in folder.rglob("*.py") if "migrations" not in path.parts)


def rooms() -> list[str]:
    """Every room that is built: a package with an `api`, or with parts that have one."""
    with_doors = {path.relative_to(CODE).parts[0] for path in (*CODE.glob("*/api.py"), *CODE.glob("*/*/api.py"))}
    return sorted(with_doors)


def parts() -> list[str]:
    """Every part of a room that has several doors: a package below a room with an `api` of its own."""
    return sorted(str(path.parent.relative_to(CODE)) for path in CODE.glob("*/*/api.py"))


def lines(path: Path) -> int:
    return len(path.read_text(encoding="utf-8").splitlines())


def parsed(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"), filename=str(path))


def functions(path: Path) -> Iterator[ast.FunctionDef]:
    """Every function and method of the file."""
    yield from (node for node in ast.walk(parsed(path)) if isinstance(node, ast.FunctionDef))


def length(function: ast.FunctionDef) -> int:
    """Lines of the function from its first word to its last."""
    return (function.end_lineno or function.lineno) - function.lineno + 1


def share(values: list[int], part: float) -> int:
    """The value below which `part` of them lie."""
    return sorted(values)[int(part * (len(values) - 1))]


def exported(room: str) -> dict[str, Path]:
    """Each name that a room's `api` takes from one of its own modules, with that module's file."""
    found = {}
    package = f"porchlight.{room.replace('/', '.')}"
    for node in parsed(CODE / room / "api.py").body:
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith(package):
            place = ROOT / Path(*str(node.module).split("."))
            file = place.with_suffix(".py") if place.with_suffix(".py").exists() else place / "__init__.py"
            found.update({alias.name: file for alias in node.names})
    return found


def imports(path: Path) -> set[str]:
    """The first two words of every module that the file imports: `django`, `porchlight.kernel`."""
    found = set()
    for node in ast.walk(parsed(path)):
        if isinstance(node, ast.ImportFrom) and node.module:
            found.add(".".join(node.module.split(".")[:2]))
        elif isinstance(node, ast.Import):
            found |= {".".join(alias.name.split(".")[:2]) for alias in node.names}
    return found
