"""Gold formats, read and written: one module a format, all by way of `standoff.Document`.

| name         | files                | holds                                                       |
| ------------ | -------------------- | ----------------------------------------------------------- |
| gold         | *.gold.xml           | everything                                                  |
| records      | .json, .jsonl        | everything but `optional`                                   |
| brat         | .txt + .ann          | spans (discontinuous too), values and facts as notes        |
| conll        | .conll, .iob2        | outermost spans with their labels                           |
| docbin       | .spacy               | everything (spans in `doc.spans["svodka"]`)                 |
| labelstudio  | .labelstudio.json    | spans, values in `meta`; annotations and predictions        |
| doccano      | .doccano.jsonl       | spans                                                       |
"""
