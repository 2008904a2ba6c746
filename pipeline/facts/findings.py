"""What the steps before have found in one article: the material that facts are made of."""

from dataclasses import dataclass

from pipeline.records import Date, Location, Organization, Person, Quantity


@dataclass(frozen=True, slots=True)
class Findings:
    """The entities, dates and quantities of one article, as records; offsets index the article's text."""

    organizations: tuple[Organization, ...] = ()
    locations: tuple[Location, ...] = ()
    people: tuple[Person, ...] = ()
    dates: tuple[Date, ...] = ()
    quantities: tuple[Quantity, ...] = ()
