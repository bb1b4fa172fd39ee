"""The app in a browser: a small server that starts one game a player and shows it on a page.

Why not `textual_serve.Server` itself: it starts children through a shell, takes any Origin, knows
no limit, fetches fonts from elsewhere, and leaves its children behind when it is killed; each of
that could only be mended by reaching into it. What is good in it, the terminal for the page (its
`textual.js` with xterm.js) and the font, is served as it is; the rest is Textual's own protocol.
"""
