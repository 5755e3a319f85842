"""Charts as records: an answer becomes rows, columns and ready texts that any renderer can draw.

``records`` says what a chart is, the rooms make them by subject, ``draw`` renders them. It may know ``model`` and
``texts``; no file is opened and nothing of the screen is known here.
"""
