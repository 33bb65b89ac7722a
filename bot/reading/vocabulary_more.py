"""More words that tell what a wait is on: the trades' slang, tools, units and roles."""

from bot.functions import FunctionId

MORE_WORDS: dict[FunctionId, dict[int, str]] = {
    "data_engineering": {
        8: """
            dwh, de, data warehouse, analytics engineering, analytics eng, data quality, data
            steward, dbt model, upstream data, nightly batch, warehouse team, bi team, data
            gov
        """,
        6: """
            compaction, cutover, grain, mart, fact table, lake, delta lake, hive, glue,
            parquet, glue job, loader job, lookup, mapping table, currency table, dimension,
            dim, reload, reloaded, replay, repartition, ddl, restated, resend, late arriving,
            watermark, debezium, connector, matillion, talend, informatica, looker model,
            lineage, catalog, primary key, historical data, raw layer, silver, gold layer,
            upstream job, import, crm dump, dump
        """,
        3: """
            nulls, null, empty, truncated, corrupt, sku mapping, join, ids, feed restored,
            records
        """,
    },
    "ml_engineering": {
        8: """
            ml infra, ml ops team, serving team, serving crew, model server, serving image,
            model gateway, inference team, online store, ml eng team, feature service, seldon,
            kserve, bentoml, ray serve, vertex endpoint, model artifact, model artefact,
            shadow traffic, batch scorer, feature view, feature group, embedding service,
            vector store, vector db, tokenizer service, reranker
        """,
        5: """
            onnx, champion model, challenger, scorer, rescoring, retrain trigger, canary,
            checkpoint, port my, convert, productionised, prediction api, forecast service,
            runtime, triton server, redeploy
        """,
    },
    "devops_platform": {
        8: """
            devex, build guild, cluster admin, cloud ops, change advisory board, release
            train, release manager, middleware, cloud team, ops, gitlab, jenkins agent, github
            runner
        """,
        6: """
            argo, pypi, pypi mirror, conda, mirror, nexus, artifactory, harbor, vault,
            namespace, merge freeze, change freeze, deploy freeze, code freeze, code freeze
            lifted, port, egress, allowlist, whitelist, ssl, wildcard, autoscaler, pod,
            ingress controller, sidecar, base image, image registry, ssh, bastion, jump host,
            patch, patch night, openshift, airgap, hosting, scheduler host, deploy window,
            release window, dockerhub, cronjob, monitoring stack
        """,
        3: """
            restart, restarted, host, down, log shipping, disk, version, upgrade, sandbox
        """,
    },
    "data_access": {
        8: """
            identity management, identity access, iam team, admin right, write right, okta,
            sso group, ad group, privilege, unlock, unlocked, entitlements, row level
            security, access form, seat
        """,
        6: """
            mfa, 2fa, yubikey, kerberos, user account, my account, viewer role, can t open,
            can t see, can t log, cannot open, not authorised, no login, unmask, masked,
            masking, key rotated, creds, grant me, add me, lets me, s3, read policy, new
            password, api token, api key, secret key, deny
        """,
    },
    "frontend": {
        8: """
            web guild, web client, front end guild, design team, product design, viz team, web
            developer, portal developer, web cms, ui dev, ui team, client team, cms, embed
            page, design system
        """,
        6: """
            dropdown, toggle in, chart component, render, renders, rendered, tab, screen,
            portal, icon, filter on, checkbox, layout, toast, modal, badge in, tile, map view,
            client side, wireframe, slider, dark mode, upload button, page, site filter, mock,
            mocks, prototype, header, figure export
        """,
    },
    "backend_product_eng": {
        8: """
            checkout squad, payments team, search backend, core banking, identity squad, app
            squad, core api, platform api, product squad, order service, live ops team, mobile
            release, app release, store build, android team, ios team, courier app, game team,
            billing, crm team, crm
        """,
        6: """
            event, impression, proration, emit, emits, log the, logs the, send the field,
            header field, variant, experiment flag, bug in the app, app store, play store,
            server event, assignment service, cookie banner, consent string, pagination,
            schema of the api, request id, session id, order id, deep link, push notification,
            app version, mobile build, beta build, search api, orders api, hook
        """,
        3: """
            squad, toggle, field, driver app, android, ios, booking
        """,
    },
    "product_decision": {
        8: """
            product council, steering group, steering committee, investment committee, cfo,
            ceo, cpo, cmo, director, head of, vp, board, merchandising, category, growth,
            commercial, brand, pricing board, business owner, country manager, management, po,
            pm, sponsor, executive sponsor, exec
        """,
        6: """
            decide, choose, pick, agree on, agree, sign off, whether, which of, cut off,
            threshold, target, scope, in scope, out of scope, rule on, go live date, success
            criteria, kpi, trade off, arbitrate, headcount, funding, prioritise, approve the
            budget, choice, call on, definitions, what counts, wants it, business, criteria,
            appetite, taxonomy, requirements, phase two, phase 2, counts as
        """,
    },
    "code_review": {
        8: """
            codeowner, codeowners, second approval, second reviewer, approver, approvers,
            lgtm, look at my, look at the notebook, pair of eyes, second reader, eyes on,
            comments on, feedback on my, re review
        """,
        6: """
            review, reviewing, reviewer, merge, merges, merged, my branch, my pr, my mr, draft
            comment, design doc, requested change, asked for change, nitpick, tick, approve !,
            approves my, notebook, model card
        """,
    },
    "compute_gpu": {
        8: """
            node pool, dgx, l4, t4, a10, v100s, h100s, a100s, rtx, gpus, card, cards, slurm,
            capacity team, capacity planning, research computing, computing centre, hpc,
            reservation, reserved node, gpu box, compute credit, credits, preempted, evicted,
            spot, big node, large node, queue position, vcpu, core
        """,
        5: """
            partition, fairshare, allocation, slot, licence seat, gurobi, cplex, memory limit,
            memory, oom, ram, cluster full, busy, on demand, instance type, machine, bigger,
            training box, box
        """,
        14: """
            vram
        """,
    },
    "external_vendor": {
        8: """
            their api, their support, support case, case, sev 2, severity, hotline, account
            exec, panel provider, data provider, the agency, media agency, lab, hospital,
            outside counsel, bureau, reseller, courier, contractor, publisher, partner, their
            engineer, their ticket, their side, saas
        """,
        4: """
            invoice, renew the contract, trial key, api limit, sftp, delivery note, feed,
            sandbox key, support
        """,
    },
    "legal_security_privacy": {
        10: """
            secops, cyber, cyber assurance, model risk, conduct risk, ethics, ethics board,
            ethics committee, counsel, corporate counsel, dpa, dpias, data protection
            delegate, secrecy, risk committee, data governance board, third party risk, trust
            safety, regulatory affair, governance, notary
        """,
        7: """
            retention period, terms, clearance, clear the, licence of, pseudonymisation,
            anonymised, opt out, opt in, consent text, memorandum, mou, data sharing
            agreement, agreement, transfer impact, questionnaire, sar, subpoena, copyright,
            cookies, cve, vulnerability, threat model, exception, nda
        """,
        16: """
            pen test
        """,
    },
    "labeling": {
        9: """
            rater, raters, coder, linguist, linguists, radiologist, pathologist, transcript,
            transcripts, transcribe, transcribed, boxes, bounding, masks, polygon, tagged,
            tags, tag, gold, gold label, gold set, golden, second pass, second rater,
            annotation lead, appen, scale ai, labelbox, prodigy, toloka, sama, surge, kappa,
            judgement list, judgements, eval set, adjudicated, adjudication committee, human
            eval
        """,
        4: """
            guidelines, batch, second read, expert review, sample read, images back, crowd
        """,
    },
    "other": {
        8: """
            hr, facilities, facility, travel desk, travel office, payroll, accounting,
            treasury, actuarial, actuaries, actuary, underwriter, helpdesk, it, service desk,
            people op, procurement, purchasing, controlling, tax, workplace, reception, nurse,
            chief nurse, plant, biostat, toxicologist, registrar
        """,
        6: """
            laptop, monitor, headset, badge, key card, visa, room, desk, onboarding, contract
            of the intern, purchase order, po number, cost centre, cost center, domain expert,
            sme, explain how, explain the, invoice, expense, travel, lab access, sensor, vdi,
            hardware, spreadsheet, price list, survey
        """,
    },
}
