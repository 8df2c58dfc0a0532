"""Many debates as tables: rows with the same columns for every debate, and Parquet files of any size.

>>> from argmap import corpus
>>> corpus.tables_of_text("sun", "[Sun]: It shines.")["claims"][0]["text"]
'It shines.'
"""

from argmap.corpus.document_tables import COLUMNS, Tables, tables_of
from argmap.corpus.file_tables import read, tables_of_file, tables_of_text
from argmap.corpus.parquet import write_parquet

__all__ = [
    "COLUMNS",
    "Tables",
    "read",
    "tables_of",
    "tables_of_file",
    "tables_of_text",
    "write_bag",
    "write_parquet",
]


def __getattr__(name: str) -> object:
    # It needs Dask, which nothing else does.
    if name == "write_bag":
        try:
            from argmap.corpus.bags import write_bag
        except ModuleNotFoundError as error:
            from argmap.corpus.parquet import MissingCorpusPackageError

            raise MissingCorpusPackageError('bags need Dask: type `pip install "argmap[corpus]"`') from error
        return write_bag
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
