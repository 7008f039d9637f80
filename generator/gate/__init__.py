"""The gate before each publication: nothing an audience may not see is in any byte of its site.

The site is made a second time from data in which every withheld text is a random token (`reference`): what
equals it, byte for byte, cannot tell a withheld text, in whatever form. Whatever differs, everything written
by hand, and every file nobody planned is searched for the withheld texts themselves.

    cells       every text of the data, with its place and who may see it
    rows        rows that reach fewer people than their table
    withheld    the texts one audience may not see, and what stands for them in the reference
    texts       all this folder by folder; `sayings`: what an edition says, `years`: year by year
    reference   the site made without them; `masked`: year by year, `desk`: what is kept for the next time
    normal      a text however it was written
    views       the texts that are in some bytes; `containers`, `documents`: what is packed in them
    needles     what is looked for: names, words, passages
    keys        figures that are withheld, by key and by label
    web         where all pages lead; `glances`: what need not be looked at again
    links       other hosts, files and anchors that are not there
    files       what lies in the folder
    known       all that is looked for and may be there; `public`: what everybody may read
    search      all of this on one folder
    planted     a folder with every kind of leak, which the search must find before it is believed
    specimens   small files of kinds that can carry a text where nobody sees it
    judge       the verdict
"""
