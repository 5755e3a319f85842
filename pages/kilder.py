"""Kilder: the documents that every figure comes from."""

import streamlit as st

from model.baseline.documents import documents
from pages.figures import toolbar
from pages.visit import guard, view

guard.through_app()

looked_at = view.current()
toolbar.show(looked_at, "kilder")
for document in documents(looked_at.texts.language).values():
    st.markdown(f"**{document.title}** · {document.producer} · {document.edition} · {document.quality}")
