"""What Python leans on of Streamlit's insides; what the browser leans on stands in streamlit_insides.js."""

from pathlib import Path
from typing import Final

from streamlit.components.v2.get_bidi_component_manager import get_bidi_component_manager
from streamlit.components.v2.manifest_scanner import ComponentConfig, ComponentManifest
from streamlit.runtime.scriptrunner import get_script_run_ctx

NAME, FOLDER = "hvaom", "pages"
ADDRESS: Final = f"_stcore/bidi-components/{NAME}.{FOLDER}"
"""Where the files of the served folder are, below the app's address."""


def serve(folder: Path) -> None:
    """Serves the files of a folder at ``ADDRESS``.

    Streamlit does so for components of packages that are installed; this app is none, so it shows the folder itself.
    """
    component = ComponentConfig(FOLDER, asset_dir=folder.name)
    get_bidi_component_manager().register_from_manifest(ComponentManifest(NAME, "", [component]), folder.parent)


def is_history_navigation() -> bool:
    """Whether the browser went back or forth to what runs now."""
    context = get_script_run_ctx()
    return context is not None and context.is_history_navigation


def is_part_alone() -> bool:
    """Whether what runs now is a fragment, not the whole page."""
    context = get_script_run_ctx()
    return context is not None and bool(context.fragment_ids_this_run)
