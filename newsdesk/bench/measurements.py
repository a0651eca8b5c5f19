"""The modules beside this one that measure something: each has `measure() -> list[Figure]`, and may name its SIZES."""

import pkgutil
from importlib import import_module
from types import ModuleType

from django.core.cache import cache
from django.test import override_settings

from newsdesk import bench
from newsdesk.bench.figures import Figure
from newsdesk.bench.sizes import SIZES

NOTHING_KEPT = {"default": {"BACKEND": "django.core.cache.backends.dummy.DummyCache"}}


def measurements() -> dict[str, ModuleType]:
    """By name, in the order of the alphabet."""
    names = [each.name for each in pkgutil.iter_modules(bench.__path__)]
    modules = {name: import_module(f"{bench.__name__}.{name}") for name in names if name != "measurements"}
    return {name: module for name, module in modules.items() if hasattr(module, "measure")}


def title(module: ModuleType) -> str:
    return (module.__doc__ or module.__name__).partition("\n")[0].rstrip(".")


def is_of(module: ModuleType, size: str) -> bool:
    """Whether that measurement is made on a desk of that size."""
    return size in getattr(module, "SIZES", SIZES)


def take(module: ModuleType) -> list[Figure]:
    """Measure, with nothing kept from one request to the next, as a site that is not a debugging one."""
    with override_settings(CACHES=NOTHING_KEPT, ALLOWED_HOSTS=["*"], DEBUG=False):
        cache.clear()
        return module.measure()
