"""A stored corpus: its documents and grams in Parquet files, so that a new plan is compared with all of them in seconds."""

from plananalysis.workspace.asking import query_reuse
from plananalysis.workspace.contents import clear_workspace, workspace_contents
from plananalysis.workspace.storing import store_corpus

__all__ = ["clear_workspace", "query_reuse", "store_corpus", "workspace_contents"]
