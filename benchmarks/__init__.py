"""Speed, memory and scores, each script with the command that runs it; figures stand in README.md."""
