// Quizzes: questions whose right answers the page has (data-right) get controls, and each set of them a button that
// checks all of the set. Nothing is kept or sent. Without scripts the questions are as on paper.
'use strict'
{
    const say = globalThis.sayLabel
    const letters = say('choice.letters')
    const make = (name, properties = {}, ...children) => {
        const element = Object.assign(document.createElement(name), properties)
        element.append(...children)
        return element
    }
    let count = 0
    const named = element => Object.assign(element, { id: `_quiz-${++count}` })
    const hint = (list, words) => list.before(make('p', { className: 'hint', textContent: words }))

    // A letter that is written out, taken from its entry, to be put before a control.
    const taken = item => {
        const letter = item.querySelector('.own-letter')
        letter?.remove()
        return letter ? [letter, ' '] : []
    }

    // Each kind of question has parts, each right or not by itself: its controls, and what was given.
    const boxes = (question, list, right) => {
        const type = right.length > 1 ? 'checkbox' : 'radio'
        const controls = [...list.children].map(item => {
            const box = make('input', { type, name: `_quiz-${question.id}` })
            item.append(...taken(item), make('label', {}, box, ' ', ...item.childNodes))
            return box
        })
        const chosen = () => controls.flatMap(({ checked }, place) => checked ? [place] : [])
        return [{ controls, isGiven: () => chosen().length > 0, isRight: () => String(chosen()) === String(right) }]
    }
    const menu = (item, texts, right) => {
        const options = texts.map((text, value) => make('option', { value, textContent: text }))
        const field = named(make('select', {}, make('option', { value: '', textContent: say('web.quiz-choose') }), ...options))
        item.append(make('label', { htmlFor: field.id }, ...item.childNodes), ' ', field)
        return { controls: [field], isGiven: () => field.value !== '', isRight: () => field.value === String(right) }
    }
    const fold = text => text.replace(/[‘’]/g, "'").replace(/[–—]/g, '-').normalize('NFD').replace(/\p{M}/gu, '')
        .toLowerCase().replace(/^[\s"“”.,;:!?]+|[\s"“”.,;:!?]+$/g, '').replace(/\s+/g, ' ')
    const blank = (gap, place) => {
        const words = JSON.parse(gap.dataset.right).map(fold)
        const field = make('input', { type: 'text', autocomplete: 'off', autocapitalize: 'none', spellcheck: false })
        field.setAttribute('aria-label', say('web.quiz-gap', { number: place + 1 }))
        gap.after(field)
        return { controls: [field], isGiven: () => fold(field.value) !== '', isRight: () => words.includes(fold(field.value)) }
    }
    const parts = question => {
        const find = selector => question.querySelector(selector)
        const right = (question.dataset.right ?? '').split(' ').map(Number)
        const list = find('.options'), items = [...list?.children ?? []]
        if (question.matches('.choice')) {
            if (right.length > 1) hint(list, say('question-sheet.several'))
            return boxes(question, list, right)
        }
        if (question.matches('.true-false')) {
            const words = [say('question.true'), say('question.false')].map(word => make('li', {}, word))
            const choices = make('ul', { className: 'choices' }, ...words)
            find('.true-or-false').after(choices)
            return boxes(question, choices, right)
        }
        if (question.matches('.matching')) {
            const isWritten = find('.own-letter') !== null
            const texts = items.map((item, place) => `${isWritten ? '' : `${letters[place]}. `}${item.textContent.trim()}`)
            return [...find('.lefts').children].map((item, place) => menu(item, texts, right[place]))
        }
        if (question.matches('.ordering')) {
            hint(list, say('question-sheet.steps'))
            return items.map((item, place) => menu(item, items.map((_, number) => number + 1), right.indexOf(place)))
        }
        return [...question.querySelectorAll('span.gap')].map(blank)
    }

    // The question is the name of the group of its controls; the result is said of the group, in words.
    const prepare = question => {
        const text = question.querySelector('.question-text'), result = named(make('p', { className: 'result' }))
        const group = make('fieldset', {}, make('legend', { className: text.className }, ...text.childNodes))
        const each = { question, result, parts: parts(question) }
        text.replaceWith(group)
        while (group.nextSibling) group.append(group.nextSibling)
        group.append(result)
        group.setAttribute('aria-describedby', result.id)
        if (each.parts.length > 1) {
            for (const part of each.parts) {
                part.result = named(make('span', { className: 'result' }))
                part.controls[0].after(' ', part.result)
                part.controls[0].setAttribute('aria-describedby', part.result.id)
            }
        }
        group.addEventListener('input', () => clear(each))
        return each
    }
    const put = (result, words, isRight) => {
        result.textContent = words
        result.classList.toggle('right', isRight)
    }
    const clear = ({ result, parts }) => [result, ...parts.map(part => part.result)].forEach(each => each && put(each, '', false))
    const judge = ({ result, parts }) => {
        const given = parts.filter(part => part.isGiven()), right = given.filter(part => part.isRight())
        for (const part of given.filter(part => part.result)) {
            const isRight = right.includes(part)
            put(part.result, isRight ? say('web.quiz-part-right') : say('web.quiz-part-wrong'), isRight)
        }
        const isRight = right.length === parts.length
        const partly = () => right.length ? say('web.quiz-partly', { right: right.length, all: parts.length }) : say('web.quiz-wrong')
        put(result, isRight ? say('web.quiz-right') : given.length ? partly() : say('web.quiz-missing'), isRight)
        return isRight
    }

    // Below the last question of a set: the buttons, and the score.
    const finish = (heading, asked) => {
        const status = make('p', { role: 'status' })
        const again = make('button', { type: 'button', textContent: say('web.quiz-again'), hidden: true })
        const check = make('button', { type: 'button', textContent: say('web.quiz-check') })
        const box = make('div', { className: 'quiz', role: 'group' }, check, ' ', again, status)
        box.setAttribute('aria-labelledby', heading.id)
        asked.at(-1).question.after(box)
        const link = ({ question }) => make('a', { href: `#${question.id}`, textContent: question.querySelector('.label').textContent })
        check.addEventListener('click', () => {
            const wrong = asked.filter(each => !judge(each)), n = asked.length
            const links = wrong.flatMap((each, place) => [place ? ', ' : ` ${say('web.quiz-look')} `, link(each)])
            again.hidden = false
            status.replaceChildren() // or a voice would not say the same score twice
            setTimeout(() => status.replaceChildren(say('web.quiz-score', { right: n - wrong.length, n }), ...links), 50)
        })
        again.addEventListener('click', () => {
            for (const control of asked.flatMap(({ parts }) => parts).flatMap(({ controls }) => controls)) {
                if (control.type === 'radio' || control.type === 'checkbox') control.checked = false
                else control.value = ''
            }
            asked.forEach(clear)
            status.replaceChildren()
            again.hidden = true
            asked[0].parts[0].controls[0].focus()
        })
    }

    const headings = [...document.querySelectorAll('main :is(h1, h2)')], sets = new Map()
    for (const question of document.querySelectorAll('.question[data-right], .question:has([data-right])')) {
        const heading = headings.findLast(each => each.compareDocumentPosition(question) & Node.DOCUMENT_POSITION_FOLLOWING)
        sets.set(heading, [...sets.get(heading) ?? [], prepare(question)])
    }
    sets.forEach((asked, heading) => finish(heading, asked))
}
