"""Still more words for functions: who acts, what is asked of them, what it stands in."""

from bot.functions import FunctionId

WORDS_AROUND: dict[FunctionId, dict[int, str]] = {
    "data_engineering": {
        5: """
            stale snapshot, sink, kinesis, topic, offset, landing zone, refreshed, load job,
            recompute, restatement, late file, event table, sessions table, feature table,
            dedupe, deduplicated, identifier mapping, master data, crm sync
        """,
    },
    "ml_engineering": {
        5: """
            serving guild, champion, shadow deployment, model container, training lib, training
            image, model store, feature pipeline, retrain job, onnx runtime, endpoint still,
            model version, register the model, drift monitor
        """,
    },
    "devops_platform": {
        5: """
            cab, change board, change request, change ticket, root, reboot, subnet, route, node
            group, image build, network team, networking, cloud networking, jump box, merge
            queue, rollout bot, wifi, disk space, mount, mounted, freeze, release branch, dns
            record, allow list, private endpoint, proxy rule, maintenance window, server room,
            hosting team, version bump
        """,
    },
    "data_access": {
        5: """
            service user, select on, regrant, re grant, vpn token, otp, admin on, publish right,
            editor role, row filter, sensitive schema, keytab, ssh key, expired token, password
            reset, locked account, disabled account, group membership, sharing setting, owner of
            the folder
        """,
    },
    "frontend": {
        5: """
            console ui, nav entry, cockpit, storefront, ui kit, front end dev, tooltip text,
            sidebar, tablet app, kiosk, page template, form field, web
        """,
    },
    "backend_product_eng": {
        5: """
            payments, checkout team, billing service, event payload, game client, sdk release,
            level id, mobile backend, search service, catalogue service, device id, bidder,
            matchmaking, gateway route, client event, telemetry event
        """,
    },
    "product_decision": {
        5: """
            budget owner, category manager, cutoff, kpi definition, north star, holdout size,
            priorisation, target audience, launch date, steerco, which of the two, agree on
            what, sleep on it, tradeoff, sign the spec, business rule, policy owner, executive
        """,
    },
    "code_review": {
        5: """
            cr, nit, unreviewed, second look, comment on my, approve the change, approval on the
            pr, draft pr, stacked pr, merge button, press merge, to merge, review bot, co
            author, proofread
        """,
    },
    "compute_gpu": {
        5: """
            gpu pool, slurm queue, node hour, core hour, cluster hour, cpu hour, licence token,
            gurobi licence, big memory, high mem, spot capacity, tpu quota, cluster slot, dgx
            box, scheduler priority
        """,
    },
    "external_vendor": {
        5: """
            amazon, huawei, akamai, statistic office, census bureau, ministry, weather service,
            stock exchange, insurer, carrier, hospital it, data broker, telco, manufacturer,
            grid operator, their hotline, their support desk, licensor, customer s it, client s
            it, partner bank, lab partner, panel vendor, marketplace, outsourcer, integrator
        """,
    },
    "legal_security_privacy": {
        5: """
            privacy office, rssi, ciso office, risk acceptance, risk team, redaction,
            pseudonymization, legal basis, legitimate interest, consent form, export control,
            compliance team, retention rule, contract clause
        """,
    },
    "labeling": {
        5: """
            clinical coder, icd code, severity grade, rating, human rating, preference rating,
            transcription, double annotation, prolific, crowd worker, annotation round, label
            round, bounding boxe, segmentation mask, moderator label, auditor label, expert
            label, unlabelled image, classes
        """,
    },
    "other": {
        5: """
            talent acquisition, badge office, keyboard, doctor, physician, agronomist, chemist,
            engineer on site, finance, purchase, mail room, interview, hiring, colleague,
            documentation, reference number, explain
        """,
    },
}
