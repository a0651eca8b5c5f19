"""The shape of the code, walked as syntax trees: arrows, loops, hidden imports, names, sizes."""

import ast
import statistics
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
APPS = {"people": {"people"}, "articles": {"articles", "people"}, "newsdesk": {"newsdesk", "articles", "people"}}
FORBIDDEN = {"utils", "util", "helpers", "helper", "common", "base", "core", "services", "service", "managers", "misc"}
LONGEST_FILE = 400
LONGEST_FUNCTION = 60
FUNCTIONS_P95 = 30


def modules() -> dict[str, Path]:
    """Every module of the three apps by dotted name, migrations left out."""
    found = {}
    for app in APPS:
        for file in sorted((ROOT / app).rglob("*.py")):
            parts = file.relative_to(ROOT).with_suffix("").parts
            if "migrations" not in parts:
                found[".".join(parts[:-1] if parts[-1] == "__init__" else parts)] = file
    return found


MODULES = modules()
TREES = {name: ast.parse(file.read_text(), filename=str(file)) for name, file in MODULES.items()}


def imports(module: str, tree: ast.AST, *, is_package: bool) -> set[str]:
    """The modules that a tree imports, as dotted names; `from x import y` counts as x.y where that is a module."""
    found = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            origin = absolute(module, node, is_package)
            for alias in node.names:
                inner = f"{origin}.{alias.name}"
                found.add(inner if inner in MODULES else origin)
    return found


def absolute(module: str, node: ast.ImportFrom, is_package: bool) -> str:
    if not node.level:
        return node.module or ""
    parts = module.split(".")
    above = parts[: len(parts) - node.level + is_package]
    return ".".join([*above, node.module] if node.module else above)


def graph(trees: dict[str, ast.AST]) -> dict[str, set[str]]:
    """Which module of ours imports which other one of ours."""
    drawn = {}
    for name, tree in trees.items():
        is_package = name in MODULES and MODULES[name].name == "__init__.py"
        drawn[name] = {target for target in imports(name, tree, is_package=is_package) if target in trees} - {name}
    return drawn


def against_the_arrows(arrows: dict[str, set[str]]) -> list[str]:
    """Imports that lead from an app to one it must not know."""
    return sorted(
        f"{name} imports {target}"
        for name, targets in arrows.items()
        for target in targets
        if target.split(".")[0] not in APPS[name.split(".")[0]]
    )


def loops(arrows: dict[str, set[str]]) -> list[str]:
    """Circles of any length, each told once, from its first module by name."""
    found, done = set(), set()

    def walk(name: str, way: tuple[str, ...]) -> None:
        if name in way:
            circle = way[way.index(name) :]
            first = circle.index(min(circle))
            found.add(" → ".join([*circle[first:], *circle[:first], min(circle)]))
        elif name not in done:
            for target in sorted(arrows[name]):
                walk(target, (*way, name))
            done.add(name)

    for name in sorted(arrows):
        walk(name, ())
    return sorted(found)


def hidden_imports(tree: ast.AST) -> list[int]:
    """Lines of imports that stand inside a function."""
    return sorted(
        inner.lineno
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda)
        for inner in ast.walk(node)
        if isinstance(inner, ast.Import | ast.ImportFrom)
        or (isinstance(inner, ast.Call) and getattr(inner.func, "id", "") == "__import__")
    )


def functions(tree: ast.AST) -> list[tuple[int, str]]:
    """Length in lines and name of every function."""
    found = [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]
    return [(node.end_lineno - node.lineno + 1, node.name) for node in found]


def test_arrows_point_one_way():
    assert against_the_arrows(graph(TREES)) == []


def test_no_loop_of_any_length():
    assert loops(graph(TREES)) == []


def test_no_import_hidden_in_a_function():
    assert [f"{name}:{line}" for name, tree in TREES.items() for line in hidden_imports(tree)] == []


def test_no_module_without_an_idea_in_its_name():
    assert [name for name in MODULES if FORBIDDEN & set(name.split("."))] == []


def test_sizes():
    """Prints the sizes, for the closing note: `pytest tests/test_architecture.py -s -k sizes`."""
    lengths = sorted((length, f"{name}.{label}") for name, tree in TREES.items() for length, label in functions(tree))
    files = sorted((len(file.read_text().splitlines()), name) for name, file in MODULES.items())
    p95 = statistics.quantiles([length for length, _ in lengths], n=20)[-1]
    print(
        f"\n{len(files)} modules, {sum(size for size, _ in files)} lines; {len(lengths)} functions, p95 {p95:.0f} lines"
    )
    print("longest functions:", ", ".join(f"{name} {length}" for length, name in lengths[:-6:-1]))
    print("largest files:", ", ".join(f"{name} {size}" for size, name in files[:-6:-1]))
    assert p95 <= FUNCTIONS_P95
    assert [entry for entry in lengths if entry[0] > LONGEST_FUNCTION] == []
    assert [entry for entry in files if entry[0] > LONGEST_FILE] == []


@pytest.mark.parametrize(
    ("kind", "longest"), [("templates/**/*.html", 120), ("static/css/**/*.css", 200), ("static/js/**/*.js", 100)]
)
def test_sizes_of_templates_styles_and_scripts(kind, longest):
    sizes = {str(file.relative_to(ROOT)): len(file.read_text().splitlines()) for file in ROOT.glob(kind)}
    print(f"\n{kind}: {len(sizes)} files, the largest {max(sizes.values(), default=0)} lines")
    assert {name: size for name, size in sizes.items() if size > longest} == {}


# The checks themselves: each one sees what it is there for.


def test_a_wrong_arrow_is_seen():
    arrows = {"people.dates": {"articles.body"}, "articles.body": {"people.dates"}}
    assert against_the_arrows(arrows) == ["people.dates imports articles.body"]


def test_a_long_loop_is_seen_once():
    arrows = {"a": {"b"}, "b": {"c"}, "c": {"d", "a"}, "d": set(), "e": {"a"}}
    assert loops(arrows) == ["a → b → c → a"]


def test_a_hidden_import_is_seen():
    assert hidden_imports(ast.parse("import os\ndef f():\n    if True:\n        from people import dates\n")) == [4]


def test_a_relative_import_is_followed():
    tree = ast.parse("from . import states\nfrom ..models import Person\n")
    assert imports("people.desk.model_admin", tree, is_package=False) == {"people.desk", "people.models"}
