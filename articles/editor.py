"""The scripts of the article's form: modules of ours by their bare names, in the page's one import map."""

from js_asset import ImportMap, Media, Script

MODULES = {
    "newsdesk/count": "js/desk/count.js",
    "newsdesk/counters": "js/desk/counters.js",
    "newsdesk/editor": "js/desk/editor.js",
    "newsdesk/ordered-choice": "js/desk/ordered-choice.js",
    "newsdesk/paste": "js/desk/paste.js",
    "newsdesk/picture": "js/desk/picture.js",
    "newsdesk/picture-dialog": "js/desk/picture-dialog.js",
    "newsdesk/unsaved": "js/desk/unsaved.js",
}
SCRIPTS = Media(importmap=ImportMap(MODULES), js=[Script("js/desk/article-form.js", type="module")])
