// Labels of the scripts, in the language of the guide. A label is a text, or texts by the plural category of `n`.
'use strict'
globalThis.sayLabel = (key, values = {}) => {
    let form = globalThis.GUIDE_LABELS[key]
    if (typeof form !== 'string') {
        const category = new Intl.PluralRules(document.documentElement.lang).select(values.n)
        const one = form[category] ?? form.other
        form = values.n > 1 && category === 'one' && !one.includes('{n}') ? form.other : one // 21 in Russian
    }
    return form.replace(/\{([a-z_]+)\}/g, (_, name) => values[name])
}
