"""From bytes to typed records: the only place that reads the data folder.

`survey` walks it and `files` opens what the contract names, `encoding` makes text of bytes, `csvtable` and
`yamldoc` make records of text, `values` (with `numbers`, `dates`, `choices`, `codes`) makes values of cells,
`units` finds the unit a name means, `keys` rows entered twice; `read` does it all. Bad data is a Problem,
never an exception.
"""
