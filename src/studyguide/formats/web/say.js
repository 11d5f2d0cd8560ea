// Labels of the scripts, in the language of the guide. A label is a text, or texts by the plural category of `n`.
'use strict'
globalThis.sayLabel = (key, values = {}) => {
    let form = globalThis.GUIDE_LABELS[key]
    if (typeof form !== 'string') {
        const category = new Intl.PluralRules(document.documentElement.lang).select(values.n)
        form = form[category] ?? form.other
    }
    return form.replace(/\{([a-z_]+)\}/g, (_, name) => values[name])
}
