"""Honorifics: words before a name that are not a part of it, such as *Miss* and *Dr*, by language."""

from functools import cache

_ENGLISH = (
    "Mr Mrs Ms Miss Mx Messrs Sir Dame Madam Master Mistress Lord Lady Dr Doctor Prof Professor Rev Reverend Father "
    "Mother Brother Sister Saint St Uncle Aunt Auntie Cousin Granny Grandpa Grandma King Queen Prince Princess Duke "
    "Duchess Count Countess Earl Baron Baroness Emperor Empress Captain Capt Colonel Major General Sergeant Sgt "
    "Lieutenant Inspector Detective Constable Nurse Judge Justice President Governor Senator"
)
_TABLES = {
    "de": "Herr Frau Fräulein Dr Doktor Prof Professor Graf Gräfin Fürst Fürstin König Königin Prinz Prinzessin Baron "
    "Baronin Freiherr Kaiser Kaiserin Onkel Tante Bruder Schwester Pater Vater Mutter Sankt Hauptmann Oberst Ritter",
    "fr": "M MM Mme Mlle Monsieur Madame Mademoiselle Dr Docteur Maître Père Mère Sœur Frère Saint Sainte Roi Reine "
    "Prince Princesse Comte Comtesse Duc Duchesse Baron Baronne Marquis Marquise Oncle Tante Capitaine Abbé Sire",
    "es": "Sr Sra Srta Señor Señora Señorita Don Doña Dr Dra Doctor Doctora Fray Padre Madre Hermano Hermana San Santa "
    "Rey Reina Príncipe Princesa Conde Condesa Duque Duquesa Tío Tía Capitán",
    "it": "Sig Signor Signora Signorina Don Donna Dott Dottor Dottoressa Padre Madre Fra Suor San Santa Re Regina "
    "Principe Principessa Conte Contessa Duca Duchessa Zio Zia Capitano Ser Messer",
    "pt": "Sr Sra Senhor Senhora Dom Dona Dr Dra Doutor Doutora Padre Madre Frei Irmão Irmã São Santa Santo Rei Rainha "
    "Príncipe Princesa Conde Condessa Duque Duquesa Tio Tia Capitão",
    "nl": "Meneer Mevrouw Mijnheer Juffrouw Dr Prof Professor Koning Koningin Prins Prinses Graaf Gravin Oom Tante",
}


@cache
def honorifics(language: str) -> frozenset[str]:
    """The honorifics of a language, and the English ones, which translations keep; without a full stop."""
    return frozenset(f"{_ENGLISH} {_TABLES.get(language.partition('-')[0], '')}".split())
