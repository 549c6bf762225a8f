"""Runs a notebook and prints, as JSON, what each of its code cells shows, by media type."""

import json
import os
import sys

import nbclient
import nbformat

path = sys.argv[1]
notebook = nbformat.read(path, as_version=4)
folder = os.path.dirname(path)
nbclient.NotebookClient(notebook, timeout=300, kernel_name="deno", resources={"metadata": {"path": folder}}).execute()
shown = []
for cell in notebook.cells:
    if cell.cell_type == "code":
        data = {}
        for output in cell.outputs:
            data.update(output.get("data", {"text/plain": output.get("text", "")}))
        shown.append(data)
json.dump(shown, sys.stdout)
