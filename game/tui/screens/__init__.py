"""The screens: one module each, imported when it is first opened."""
