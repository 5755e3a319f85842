"""What is taken along: data, pictures, slides, workbook and report of one scenario, as bytes.

Pure: results and chart records in, bytes out, no screen. The command line is ``python -m exports``.
"""
