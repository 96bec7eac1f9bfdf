"""Write the bill of materials: everything that an installed plananalysis brings along, with versions and licences.

``python docs/make_sbom.py [FILE]`` writes CycloneDX 1.5 as JSON (default ``build/sbom.json``) from what is installed.
"""

import json
import re
import sys
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path
from typing import Any

from packaging.requirements import Requirement

NAME = "plananalysis"
FREE = re.compile(
    r"\b(MIT|BSD|Apache|PSF|Python Software Foundation|ISC|Zlib|HPND|MPL|Mozilla|Unlicense|0BSD|CC0|OFL|Open Font)\b",
    re.IGNORECASE,
)
"""Licences that ask for no more than to be named, or for changes to their own files; what is bundled in a wheel has its own."""


def closure(name: str = NAME) -> dict[str, Distribution]:
    """Return what an installation without extras needs, with what that needs in turn, by name."""
    found: dict[str, Distribution] = {}
    wanted = [name]
    while wanted:
        key = _normal(wanted.pop())
        if key in found:
            continue
        try:
            found[key] = distribution(key)
        except PackageNotFoundError:
            continue  # not for this system
        for line in found[key].requires or ():
            requirement = Requirement(line)
            if requirement.marker is None or requirement.marker.evaluate({"extra": ""}):
                wanted.append(requirement.name)
    return dict(sorted(found.items()))


def licence(package: Distribution) -> str:
    """Return what a package says of its licence: the expression, the classifiers, or the first line of the field."""
    said = package.metadata.get("License-Expression")
    classified = [
        line.rpartition(" :: ")[2]
        for line in package.metadata.get_all("Classifier") or ()
        if line.startswith("License ::") and not line.endswith("OSI Approved")
    ]
    field = (package.metadata.get("License") or "").strip()
    return str(said or "; ".join(classified) or field.partition("\n")[0])


def bill(packages: dict[str, Distribution]) -> dict[str, Any]:
    """Return the bill of materials."""
    return {
        "bomFormat": "CycloneDX",
        "specVersion": "1.5",
        "version": 1,
        "metadata": {"component": _component(NAME, packages[NAME])},
        "components": [_component(name, package) for name, package in packages.items() if name != NAME],
    }


def _component(name: str, package: Distribution) -> dict[str, Any]:
    return {
        "type": "library",
        "name": name,
        "version": package.version,
        "purl": f"pkg:pypi/{name}@{package.version}",
        "licenses": [{"license": {"name": licence(package)}}],
    }


def _normal(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def main(arguments: list[str]) -> None:
    """Write the file."""
    path = Path(arguments[0] if arguments else "build/sbom.json")
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(bill(closure()), indent=2, ensure_ascii=False) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
