"""From a built folder to the site readers see: releases that are complete or not there.

A folder that is published to looks like this; the web server shows `current` and nothing else:

    releases/<id>/        the bytes of a site; the id is the digest of its manifest
    manifests/<id>.json   path, size and SHA-256 of every file of it
    current, previous     links into `releases`: what is shown, and what a rollback would show
    history.jsonl         what was published and rolled back when, a line an event
    .work/                the build, kept between runs; .lock, .switch, .pending: whose turn it is

    manifest    a site as a list of digests       survey     a folder, read once: its manifest and its extent
    shrinkage   how much less a site says         history    the events and the order that follows from them
    root        the names in the folder           disk       writes that last, whatever the umask
    faults      what the machine refused          room       space and inodes, looked at before
    turns       one publisher at a time           staging    a folder becomes a release
    switch      which release is shown            repair     what an interrupted run left
    pruning     which releases go                 publish    all of it in order
    rollback    the release before                listing    the releases, for a person

It knows neither MkDocs nor the gate: how a site is built and judged is handed in.
"""
