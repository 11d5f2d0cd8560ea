// Before anything is drawn: the tools that need scripts may show, and the look that was chosen last is put on.
'use strict'
document.documentElement.dataset.scripted = ''
try {
    const chosen = localStorage.getItem('studyguide-look')
    if (chosen === 'dark' || chosen === 'light') document.documentElement.dataset.look = chosen
} catch {
    // A browser may keep nothing for files; then the system's choice holds.
}
