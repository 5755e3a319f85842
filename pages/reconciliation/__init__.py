"""The list of what does not come out in the print, narrowed by table and words."""
