"""Our own checks of a tagged PDF: everything painted is in the structure or an artifact, and the two agree."""

import io
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import pikepdf

PAINT = {"Tj", "TJ", "'", '"', "f", "F", "f*", "S", "s", "B", "B*", "b", "b*", "Do", "sh"}
STANDARD = set(
    "Document Part Sect Div TOC TOCI H1 H2 H3 H4 H5 H6 P L LI Lbl LBody Table TR TH TD Link Span Figure Caption "
    "BlockQuote Note".split()
)
GROUPS = {
    "TOC": {"TOCI"},
    "L": {"LI", "Caption"},
    "LI": {"Lbl", "LBody"},
    "Table": {"TR", "Caption"},
    "TR": {"TH", "TD"},
}


@dataclass
class Report:
    """What was found: how much is painted, what is wrong in words, and the roles that occur."""

    painted: int = 0
    artifacts: int = 0
    checks: int = 0
    problems: list[str] = field(default_factory=list)
    roles: Counter[str] = field(default_factory=Counter)
    headings: list[int] = field(default_factory=list)

    def check(self, good: bool, words: str) -> None:
        self.checks += 1
        if not good:
            self.problems.append(words)


def inspect(data: bytes) -> Report:
    """Check a file; `problems` is empty when all is well."""
    report = Report()
    with pikepdf.open(io.BytesIO(data)) as file:
        root = file.Root
        report.check("/StructTreeRoot" in root, "no structure tree")
        report.check("/MarkInfo" in root and bool(root.MarkInfo.get("/Marked", False)), "not marked")
        report.check(bool(root.ViewerPreferences.DisplayDocTitle), "the title is not shown")
        report.check(bool(str(root.get("/Lang", ""))), "no language")
        report.check("/Metadata" in root, "no XMP")
        with file.open_metadata() as meta:
            report.check(meta.get("dc:title") == str(file.docinfo.Title), "the titles differ")
        owners = _numbers(root.StructTreeRoot.ParentTree)
        claimed: dict[tuple[int, int], Any] = {}
        linked: set[tuple[int, int]] = set()
        for element in _elements(root.StructTreeRoot, report):
            _check_element(element, report, claimed, linked)
        painted: set[tuple[int, int]] = set()
        for page in file.pages:
            _check_page(page, owners, claimed, linked, painted, report)
        report.check(painted == set(claimed), f"marks without words or words without marks: {painted ^ set(claimed)}")
        for before, after in zip([0, *report.headings], report.headings, strict=False):
            report.check(after <= before + 1, f"a heading of level {after} follows one of level {before}")
    return report


def _numbers(tree: Any) -> dict[int, Any]:
    entries = list(tree.Nums)
    return {int(entries[at]): entries[at + 1] for at in range(0, len(entries), 2)}


def _elements(root: Any, report: Report) -> Iterator[Any]:
    kids = root.get("/K")
    waiting = list(kids)[::-1] if isinstance(kids, pikepdf.Array) else [kids]
    while waiting:
        element = waiting.pop()
        yield element
        own = element.get("/K")
        inner = list(own) if isinstance(own, pikepdf.Array) else [own]
        elements = [kid for kid in inner if isinstance(kid, pikepdf.Dictionary) and kid.get("/Type") == "/StructElem"]
        role = str(element.S)[1:]
        for kid in elements:
            report.check(kid.P.objgen == element.objgen, "a kid names another parent")
            wanted = GROUPS.get(role)
            report.check(wanted is None or str(kid.S)[1:] in wanted, f"{kid.S} stands in {role}")
        waiting += elements[::-1]


def _check_element(element: Any, report: Report, claimed: dict[Any, Any], linked: set[Any]) -> None:
    role = str(element.S)[1:]
    report.roles[role] += 1
    report.check(role in STANDARD, f"{role} is no standard role")
    if role[0] == "H" and role[1:].isdigit():
        report.headings.append(int(role[1:]))
    if role == "Figure":
        report.check(bool(str(element.get("/Alt", ""))), "a figure without words")
        report.check("/BBox" in element.get("/A", {}), "a figure without its place")
    own = element.get("/K")
    kids = list(own) if isinstance(own, pikepdf.Array) else [own]
    report.check(kids != [None], f"an empty {role}")
    for kid in kids:
        if isinstance(kid, pikepdf.Dictionary) and kid.get("/Type") == "/OBJR":
            linked.add(kid.Obj.objgen)
            report.check(role == "Link", "an annotation outside a link")
        elif isinstance(kid, pikepdf.Dictionary) and kid.get("/Type") == "/MCR":
            _claim(kid.Pg, int(kid.MCID), element, claimed, report)
        elif not isinstance(kid, pikepdf.Dictionary):
            _claim(element.Pg, int(kid), element, claimed, report)


def _claim(page: Any, number: int, element: Any, claimed: dict[Any, Any], report: Report) -> None:
    key = (page.objgen[0], number)
    report.check(key not in claimed, "a mark belongs to two elements")
    claimed[key] = element


def _check_page(
    page: Any, owners: dict[int, Any], claimed: Any, linked: set[Any], painted: set[Any], report: Report
) -> None:
    own = list(owners.get(int(page.obj.get("/StructParents", -1)), []))
    report.check(page.obj.get("/Tabs") == "/S", "tabs do not follow the structure")
    stack: list[tuple[str, int | None]] = []
    for said in pikepdf.parse_content_stream(page):
        operands, name = said.operands, str(said.operator)
        if name in ("BDC", "BMC"):
            tag = str(operands[0])
            number = operands[1].get("/MCID") if name == "BDC" and isinstance(operands[1], pikepdf.Dictionary) else None
            report.check(number is None or all(mark is None for _, mark in stack), "marks within marks")
            stack.append((tag, None if number is None else int(number)))
            if number is not None:
                key = (page.obj.objgen[0], int(number))
                element = claimed.get(key)
                report.check(element is not None and str(element.S) == tag, f"the mark {tag} has no such element")
                there = int(number) < len(own) and element is not None
                report.check(there and own[int(number)].objgen == element.objgen, "the way back leads elsewhere")
                painted.add(key)
        elif name == "EMC":
            report.check(bool(stack), "an end without a beginning")
            if stack:
                stack.pop()
        elif name in PAINT:
            report.painted += 1
            artifact = any(tag == "/Artifact" for tag, _ in stack)
            report.artifacts += artifact
            report.check(artifact or any(mark is not None for _, mark in stack), f"{name} is in no mark")
    report.check(not stack, "a mark is not ended")
    for annotation in page.obj.get("/Annots", []):
        report.check(annotation.objgen in linked, "a link outside the structure")
        report.check(bool(str(annotation.get("/Contents", ""))), "a link without words")
        back = owners.get(int(annotation.get("/StructParent", -1)))
        report.check(back is not None and str(back.S) == "/Link", "a link whose way back leads elsewhere")
