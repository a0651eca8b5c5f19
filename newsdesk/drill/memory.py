"""Memory of a process and all that it started, as Linux tells it."""

from pathlib import Path

PROCESSES = Path("/proc")


def resident(process: int) -> int | None:
    """Bytes in memory of the process and its children of every generation; None where there is no /proc."""
    if not PROCESSES.is_dir():
        return None
    parents, sizes = {}, {}
    for folder in PROCESSES.iterdir():
        if folder.name.isdigit():
            _read(folder, parents, sizes)
    family = {process}
    while more := {key for key, parent in parents.items() if parent in family} - family:
        family |= more
    return sum(sizes.get(key, 0) for key in family)


def _read(folder, parents, sizes):
    """Note the parent and the size of one process, unless it just ended."""
    try:
        lines = (folder / "status").read_text().splitlines()
    except OSError:
        return
    told = dict(line.split(":", 1) for line in lines if ":" in line)
    key = int(folder.name)
    parents[key] = int(told["PPid"])
    sizes[key] = int(told.get("VmRSS", "0 kB").split()[0]) * 1024
