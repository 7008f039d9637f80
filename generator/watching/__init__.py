"""A process that follows data, hand-written pages and templates, and publishes what comes to rest.

    sources     what is looked at                settling    when it has come to rest
    losses      what vanished: no deletion       mirror      the private copy a site is made from
    keeping     what is known after a restart    watcher     one look after the other, all of it in order
    fault       why readers see the last good    status      what is shown and what is wrong
    wording     how little each audience reads   page        the same for a person
    showing     what readers see                 orders      what a person types about it
    board       where it is laid                 log         what is said on the way
    stopping    SIGTERM, and when it may cut in

It knows neither MkDocs nor the gate nor the clock: who builds, judges and publishes is handed in.
"""
