"""Object stores and other remote file systems: by fsspec, and by pyarrow where fsspec lacks the store's own package."""

from collections.abc import Iterator
from io import BufferedReader
from typing import Any, BinaryIO, cast

from pipeline.errors import ReadingError
from pipeline.reading.sniffing import is_article_name


def open_remote(url: str) -> BinaryIO:
    """Open a file for reading. Raises OSError, and ReadingError where no package knows the address."""
    system, path = _system(url)
    return cast(BinaryIO, BufferedReader(system.open(path, "rb")))


def file_system(url: str) -> tuple[Any, str]:
    """Return the file system of an address as one of pyarrow's, and the path in it. Raises ReadingError as above."""
    system, path = _system(url)
    from fsspec.implementations.arrow import ArrowFSWrapper
    from pyarrow.fs import FSSpecHandler, PyFileSystem

    return system.fs if isinstance(system, ArrowFSWrapper) else PyFileSystem(FSSpecHandler(system)), path


def remote_files(url: str) -> Iterator[tuple[str, str, int | None]]:
    """Yield address, name below the folder, and size of the files that an address names: one, a folder, a pattern.

    Raises OSError, and ReadingError where nothing is there.
    """
    system, path = _system(url)
    found = _found(system, path)
    if not found:
        raise ReadingError("nothing there: check the address")
    base, scheme = path.rstrip("/") + "/", url.partition("://")[0]
    for name in sorted(found):
        below = name.removeprefix(base) if name.startswith(base) else name.rsplit("/", 1)[-1]
        address = name if "://" in name else f"{scheme}://{name}"
        yield address, below, found[name].get("size")


def _found(system: Any, path: str) -> dict[str, dict[str, Any]]:
    """What a path of a file system names, and what the system knows of each file."""
    if system.isdir(path):
        files = system.find(path, detail=True)
        return {name: known for name, known in files.items() if is_article_name(name[len(path) :])}
    return {path: system.info(path)} if system.exists(path) else dict(system.glob(path, detail=True))


def _system(url: str) -> tuple[Any, str]:
    try:
        import fsspec
    except ImportError as error:
        raise ReadingError("addresses such as s3:// need fsspec: pip install 'svodka[tables]'") from error
    try:
        return cast(tuple[Any, str], fsspec.core.url_to_fs(url))
    except (ImportError, ValueError) as error:
        return _by_pyarrow(url, error)


def _by_pyarrow(url: str, refused: Exception) -> tuple[Any, str]:
    """pyarrow knows S3 and Google's store by itself. `refused` is what fsspec had to say."""
    try:
        from fsspec.implementations.arrow import ArrowFSWrapper
        from pyarrow.fs import FileSystem

        system, path = FileSystem.from_uri(url)
    except (ImportError, ValueError) as error:
        raise ReadingError(f"{refused}: check the address, or install that package") from error
    return ArrowFSWrapper(system), path
