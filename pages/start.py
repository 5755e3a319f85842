"""The bare address: on to the start page, so that Oversikt has one address."""

import streamlit as st

st.switch_page("pages/oversikt.py", query_params=st.query_params.to_dict())
