"""What is taken along: data, pictures, slides, workbook and report of one answer, as bytes.

Pure: an answer and chart records in, bytes out, no screen; nothing is computed again that the answer holds. It may know
``charts``, ``model`` and ``texts``. The command line is ``python -m exports``.
"""
