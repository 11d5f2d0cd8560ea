// How search compares words, in any script: without case and accents, but with the vowel signs of Indian scripts and
// Thai, which are letters; with one form of Arabic letters that are typed in several. Words of scripts without spaces are told apart by the browser (Intl.Segmenter).
'use strict'
{
    const SIGNS = { '‘': "'", '’': "'", '“': '"', '”': '"', '–': '-', '—': '-', '\u00a0': ' ', '\u202f': ' ' }
    // Letters that Unicode does not decompose, by what those type who lack them on their keyboard.
    const LETTERS = {
        ł: 'l', ø: 'o', đ: 'd', ð: 'd', ħ: 'h', ı: 'i', ŧ: 't', ŋ: 'ng', ß: 'ss', æ: 'ae', œ: 'oe', þ: 'th', ς: 'σ',
        ى: 'ي', ی: 'ي', ک: 'ك', ة: 'ه', ٱ: 'ا', ـ: '',
    }
    // Signs that are not seen: half-spaces inside Persian words, and marks of direction.
    const UNSEEN = /^[\u200c-\u200f\u061c\u2066-\u2069]$/
    const FIGURE = /^[\u0660-\u0669\u06f0-\u06f9]$/
    // Words that are written together with the next one: and, the, to, in … The article of what was typed counts for nothing.
    const LANGUAGE = document.documentElement.lang.split('-')[0]
    const JOINED = { ar: '[وف]?(?:[بك]?ال|لل|[بكل])?', he: '[ושמבלכה]{0,2}' }[LANGUAGE] ?? ''
    const ARTICLE = { ar: /^(?:ال|لل)(?=\p{L}{3})/u }[LANGUAGE] ?? /(?!)/
    const ACCENT = /^\p{M}$/u
    const ACCENTED = /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Hebrew}\p{Script=Arabic}]/u
    const UNSPACED = new RegExp(`[${['Han', 'Hiragana', 'Katakana', 'Thai', 'Lao', 'Khmer', 'Myanmar']
        .map(script => `\\p{Script=${script}}`).join('')}]`, 'u')
    const SHORT = /^\p{Script=Hiragana}$/u

    const plainest = sign => UNSEEN.test(sign) ? ''
        : FIGURE.test(sign) ? String(sign.codePointAt() & 15) : SIGNS[sign] ?? LETTERS[sign] ?? sign

    const known = new Map()
    const folded = sign => {
        if (!known.has(sign)) {
            const plain = [...sign.normalize('NFD').toLowerCase().normalize('NFD')]
            const base = ACCENTED.test(plain[0]) ? plain.filter(each => !ACCENT.test(each)) : plain
            known.set(sign, base.map(plainest).join(''))
        }
        return known.get(sign)
    }

    // The folded text, and for each place in it, and for its end, the place in the text.
    const mapped = text => {
        let whole = '', at = 0, afterAccented = false
        const places = []
        for (const sign of text) {
            const isAccent = ACCENT.test(sign) && afterAccented
            const plain = isAccent ? '' : folded(sign)
            if (!isAccent && plain) afterAccented = ACCENTED.test(sign)
            for (let number = 0; number < plain.length; number++) places.push(at)
            whole += plain
            at += sign.length
        }
        return { folded: whole, places: [...places, at] }
    }

    // The words of what was typed. A particle of one sign is left out, if there are other words.
    const split = text => text.split(/\s+/).filter(Boolean).flatMap(word => {
        if (!UNSPACED.test(word) || !Intl.Segmenter) return [word]
        const parts = new Intl.Segmenter(document.documentElement.lang, { granularity: 'word' }).segment(word)
        const words = [...parts].filter(part => part.isWordLike).map(part => part.segment)
        const long = words.filter(each => !SHORT.test(each))
        return long.length ? long : words.length ? words : [word]
    })

    // A word is found at the beginning of a word, or behind what is joined to it; in scripts without spaces, anywhere.
    const pattern = word => {
        const exact = word.replace(ARTICLE, '').replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
        return new RegExp(UNSPACED.test(word) ? exact : `(?<=(?<![\\p{L}\\p{N}\\p{M}])${JOINED})${exact}`, 'gu')
    }

    // Whether there is enough to search for: two letters, or one sign that can be a word.
    const suffices = words => words.join('').length > 1 || words.some(word => UNSPACED.test(word))

    globalThis.searchWords = { mapped, pattern, split, suffices }
}
