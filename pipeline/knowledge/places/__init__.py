"""Places: countries, regions, districts, towns and villages, waters, deposits; by every name a Russian text may use."""

from pipeline.knowledge.places.keys import place_key
from pipeline.knowledge.places.place import Place
from pipeline.knowledge.places.table import PlaceTable, place_table

__all__ = ["Place", "PlaceTable", "place_key", "place_table"]
