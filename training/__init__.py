"""What makes the package's model and tables from public data; not part of the installed package."""
