"""Codes that the tables may use."""

from pipeline.knowledge.reading import csv_rows, gzipped_lines


def country_codes() -> set[str]:
    """Return all ISO 3166-1 alpha-2 codes of the country table."""
    return {line.split("\t")[0] for line in gzipped_lines("places/countries.tsv.gz")}


def subdivision_codes() -> set[str]:
    """Return the ISO 3166-2 codes that regions, foreign regions and towns of the tables have."""
    regions = {row["code"] for row in csv_rows("places/regions.csv")}
    foreign = {line.split("\t")[0] for line in gzipped_lines("places/foreign.tsv.gz")}
    return regions | foreign | {line.split("\t")[3] for line in gzipped_lines("places/towns.tsv.gz")}
