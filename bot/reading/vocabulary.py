"""The words that tell what a wait is on: a plain table, for reading and for changing.

Weights: 10 a team by name, 6 a phrase that says it, 3 a word of the trade, 1 a hint. Words stand
in the singular and small; hyphens and slashes are spaces ("ci/cd" is "ci cd").
"""

from bot.functions import FunctionId

WORDS: dict[FunctionId, dict[int, str]] = {
    "data_engineering": {
        10: "data engineering, data engineer, data eng, data engineering team",
        7: "etl, elt, data pipeline, etl change, nightly load, data platform",
        6: "backfill, backfilled, dbt, schema change, column type, ingestion, data feed,"
        " late data, data contract, stale data, data load",
        5: "airflow, dagster, dag, nightly job, nightly run, fivetran, airbyte, missing data, cdc",
        4: "pipeline, ingest, kafka, spark job, data quality, event stream, lakehouse,"
        " upstream table, duplicate row, raw event, partition, data dump",
        3: "schema, warehouse, upstream, snowflake, bigquery, redshift, column, replication,"
        " feed, staging table, source table, missing row, spark, usage event, extract",
        2: "table, dataset, databricks, snapshot, refresh, export, sync, sql, delta, load,"
        " join key, data model, loader, duplicate",
        1: "data, migration, view, row, file, number",
    },
    "ml_engineering": {
        10: "ml eng, ml engineering, ml engineer, ml team, machine learning engineer,"
        " machine learning engineering, mle, mlops, ml ops, ml eng resource",
        8: "ml platform, ml platform team",
        7: "feature store, model serving, model deployment, model deploy, model rollout",
        6: "model registry, model endpoint, inference endpoint, inference service, model server,"
        " prediction service, scoring service",
        5: "inference, mlflow, batch scoring, scoring job, training pipeline, torchserve,"
        " serving, productionize, productionise, productionization, retraining job,"
        " retraining pipeline",
        4: "sagemaker, kubeflow, triton, onnx, online feature, model monitoring, drift monitoring",
        3: "retraining, retrain, training job, quantization, experiment tracker, vertex,"
        " shadow mode",
        2: "scoring, canary, embedding, latency",
        1: "model",
    },
    "devops_platform": {
        10: "devops, dev ops, platform team, platform engineering, sre, infra team,"
        " infrastructure team, site reliability",
        9: "ci is red, ci red, red ci, ci is broken, ci is down, build is red",
        7: "infra, ci cd, github action, ci runner, gitlab runner, build pipeline, ci pipeline,"
        " deployment pipeline, security group",
        6: "infrastructure, kubernete, k8s, terraform, jenkins, base image, load balancer,"
        " docker image, airflow upgrade, helm chart",
        5: "ci, dns, firewall, helm, docker, staging environment, artifactory, namespace, ingress",
        4: "platform, vpn, certificate, cert, runner, jupyterhub, build, prod environment,"
        " argocd, tls, dev environment, on call, container",
        3: "deploy, deployment, deployed, staging, release, outage, grafana, proxy, network,"
        " secret, environment, cron, prod, helmfile",
        2: "monitoring, registry, bucket, server, vm, disk, production, cluster, rollout",
    },
    "data_access": {
        7: "permission denied, access denied, access request, access to, read access,"
        " write access, locked out, iam role, warehouse access, data access",
        6: "access, permission, credential, service account, read permission, iam",
        5: "403, forbidden, entitlement, unauthorized, api key, not authorized, no right,"
        " read right",
        4: "login, log in, password, sso, single sign on, get into, add me to, not allowed to,"
        " grant, granted, read only, 401, invite",
        3: "role, denied, token, seat, account",
        2: "licence, license, open up",
    },
    "frontend": {
        10: "frontend team, front end team, web team, frontend engineer, front end engineer,"
        " mobile team",
        8: "frontend, front end, frontend flag",
        6: "mobile app, web app, website, ui component, ui change, javascript, landing page",
        5: "react, css, ui, typescript, ios app, android app",
        4: "ux, figma, mockup, designer, widget, ios, android, design review",
        3: "button, component, banner, tooltip, screen, browser",
        2: "page, form, design, click tracking",
        1: "dashboard",
    },
    "backend_product_eng": {
        10: "backend team, back end team, product engineering, product eng, app team,"
        " product engineer, backend engineer, product dev",
        8: "backend, back end, backend engineering",
        6: "tracking event, event tracking, microservice, api change, api endpoint, rest api,"
        " webhook",
        5: "instrumentation, event logging, graphql, grpc, payment service, checkout service,"
        " feature flag, api contract, new event",
        4: "endpoint, api, rate limit, server side, tracking, sdk",
        3: "payload, service, log event, logging, user service",
        2: "app, checkout, log, event",
    },
    "product_decision": {
        12: "product decision",
        10: "product manager, product owner, product team, product lead, head of product",
        8: "product sign off, product approval, from product, product to, product ok,"
        " with product, product review, decision from product",
        6: "decision, decide, decided, decide whether, acceptance criteria, go no go,"
        " metric definition, pm decision, the pm, our pm, from pm, pm to, pm sign off,"
        " pm approval, which metric",
        5: "stakeholder, requirement, green light, go ahead, prioritisation, prioritization,"
        " business case, definition of, success metric",
        4: "prioritise, prioritize, priority, sign off, signoff, leadership, steering,"
        " budget approval, roadmap, scope, spec",
        3: "budget, okr, definition, whether we, clarification, product, target metric",
        2: "approval, approve, sales, marketing, business, kpi, choose, pilot",
    },
    "code_review": {
        10: "code review, pr review, mr review, review of my pr, review on my pr, review my pr",
        8: "pull request, merge request, notebook review, review of the notebook, peer review,"
        " second pair of eye, merge conflict",
        7: "pr, reviewer, review on, review of, second opinion, review from, model review, lgtm,"
        " review for",
        6: "review, reviewed, mr, reviewing",
        5: "merge, merged, look at my, looked at, check my, look over my, code owner, approve my,"
        " unmerged, merging",
        3: "diff, comment on, feedback on, code, feature branch",
        2: "branch, notebook, commit",
    },
    "compute_gpu": {
        10: "gpu quota, gpu queue, gpu node, gpu capacity, gpu access, gpu cluster, gpu hour, gpu",
        8: "a100, h100, v100, l40s, a10g, h200, tpu, cuda, dgx, training cluster, compute quota,"
        " compute budget, slurm",
        6: "compute, spot instance, cluster capacity, vram, bigger machine, bigger instance,"
        " more memory, big machine, larger instance",
        5: "quota, capacity, out of memory, oom, more ram",
        3: "cpu, node, instance, memory, ram, worker, core",
        2: "queue, cluster, credit, machine",
    },
    "external_vendor": {
        10: "vendor, supplier, external vendor",
        8: "third party, procurement, purchase order, external provider, external partner",
        6: "vendor support, their support, contractor, agency, consultancy, external team,"
        " data provider, support ticket with, account manager",
        4: "partner, provider, external, outside firm, customer success, aws support,"
        " subcontractor",
        3: "support ticket, quote, supplier portal, reseller",
        2: "customer, client, ticket with, support",
    },
    "legal_security_privacy": {
        12: "infosec review, pen test, penetration test, security review, privacy review,"
        " legal review, legal approval, legal sign off, data protection,"
        " privacy team, security team, legal team, infosec, security approval,"
        " privacy approval, security sign off, privacy sign off, risk assessment,"
        " compliance review, vendor review, security clearance, security exception,"
        " ethics review",
        8: "legal, lawyer, privacy, gdpr, compliance, ciso, dpo, dpia, counsel,"
        " data protection officer",
        7: "security",
        5: "nda, pii, dpa, hipaa, ethic, irb, works council, personal data",
        3: "consent, audit, anonymization, anonymisation, retention, risk, terms of use",
        2: "contract",
    },
    "labeling": {
        10: "labeling team, labelling team, annotation team, annotator, labeler, labeller",
        8: "labeling, labelling, annotation, ground truth, relabeling, relabelling, label batch,"
        " label from, labelled data, labeled data",
        7: "label, labelled, labeled, annotate, annotated, gold set, golden set, label studio",
        5: "mechanical turk, mturk, adjudication, inter annotator, tagging guideline, hand tagged",
        3: "unlabelled, unlabeled, taxonomy, guideline, bounding box, tagging",
    },
}

# Two words near each other, in any order, that say more together than each alone.
TOGETHER: tuple[tuple[FunctionId, int, str, str], ...] = (
    (
        "ml_engineering",
        6,
        "deploy, deployment, deployed, serve, served, release, expose, ship, rollout, roll,"
        " promote, production, prod, staging, endpoint, api, latency",
        "model, scorer, score, baseline, prediction, classifier, ranker, embedding",
    ),
    (
        "data_engineering",
        4,
        "table, schema, column, partition, dataset, event, view, feed, export",
        "change, fix, fixed, add, added, new, broken, late, missing, stale, refresh, load,"
        " migrate, migration, rebuild, empty, duplicated, wrong, failed, rename, reprocess,"
        " repair, updated",
    ),
    (
        "data_access",
        5,
        "open, share, give, request, allow, enable, get, read, write, wait",
        "permission, credential, role, account, right, schema, workspace, bucket, login",
    ),
    (
        "compute_gpu",
        4,
        "queue, quota, free, bigger, more, larger, full, hour, card, slot",
        "cluster, job, node, machine, instance, sweep, training, run, memory, cpu",
    ),
    (
        "code_review",
        5,
        "review, approve, approval, look, comment, merge, feedback, eye",
        "pr, mr, branch, notebook, code, diff, refactor, script, commit, request",
    ),
)
