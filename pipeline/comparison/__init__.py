"""Gold files and comparison: readers and writers of gold formats, exact scores, reports."""
