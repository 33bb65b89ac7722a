"""Systems and working things that nearly every data team has, under their several names.

That two waits share one says little without something more.
"""

from bot.reading.same_words import meanings

SYSTEMS = meanings(
    """
    airflow: airflow, dag, dags, scheduler, workflow scheduler, prefect, dagster
    kubernetes: kubernetes, k8s, kube, kubernete, eks, gke, aks, namespace, pod, helm, helm
        chart
    cluster: cluster, node, knoten, noeud, nodo, node pool, machine, worker, box, hpc, slurm,
        partition
    gpu: gpu, gpus, a100, h100, v100, l40s, a10g, h200, cuda, p4d, p5, tpu, accelerator,
        grafikkarte, graphics card, nvidia
    ci: ci, runner, build, builds, gitlab runner, github action, jenkins, build agent, build
        server, pipeline run, ci cd, integration test, build runner, test pipeline
    warehouse: warehouse, dwh, edw, data warehouse, enterprise data warehouse, entrepot de
        donnees, almacen de datos, snowflake, redshift
    bigquery: bigquery, bq, big query
    databricks: databricks, dbx
    spark: spark, pyspark, spark job
    kafka: kafka, topic, broker, event stream, stream
    dbt: dbt
    storage: s3, bucket, gcs, google cloud storage, blob storage, object store, object storage,
        artifact store, artefact store, stockage objet, cubo, balde
    disk: disk, volume, nfs, mnt, shared drive, network drive, storage, filesystem, disque,
        festplatte, disco
    staging: staging, stage, stg, entorno de pruebas, testumgebung, environnement de test,
        ambiente de teste, pre prod, preprod, staging env, staging environment
    prod: prod, production, produccion, producao, produktion
    dev_env: dev env, dev environment, dev cluster, development environment
    qa_env: qa env, qa environment, quality assurance environment, uat, test env, test
        environment, quality assurance
    feature_store: feature store, feast, online feature, online store, tecton
    registry: registry, model registry, mlflow, schema registry, docker registry, artifactory,
        package mirror, pypi mirror, nexus
    notebook_server: notebook server, jupyterhub, jupyter, kernel, jupyter hub
    dashboard: dashboard, board, looker, tableau, power bi, powerbi, chart, charts, metabase,
        superset, tableau de bord, report view, grafana
    labels: label, labels, labeling, labelling, annotation, annotations, ground truth, gt,
        annotate, annotated, labelled, labeled, tagged, tagging, etiqueta, etiquetas,
        etiquetado, rotulo, rotulos, rotulagem, etiquette, etiquettes, gold set, golden set,
        labelbox, annotationen, anotacion, anotacao, etichette, markierung
    guidelines: guideline, guidelines, annotation guide, guide d annotation, annotation
        instruction, tagging instruction, richtlinie
    pull_request: pr, mr, pull request, merge request, branch, changeset, patch set, diff
    ticket: ticket, case, issue, incident, request, jira, zendesk, support case, support ticket,
        anfrage, solicitud, chamado, demande, incidencia, vorfall
    table: table, tables, tabla, tabela, tabelle, mart, view, model table, dim, fact
    schema: schema, esquema, avro schema, data model, contract schema
    column: column, field, columna, coluna, colonne, spalte, feld, campo
    logs: log, logs, logging, log file
    vpn: vpn
    sso: sso, single sign on, okta, saml
    idp: idp, identity provider
    etl: etl, elt, nightly load, nightly, nightly job, nightly run, nightly batch, carga
        nocturna, carga noturna, nachtlauf, runs every night, loader, load, loads, ingest,
        ingestion, ingests, pipeline, sync, connector, feed, carga, chargement, laden,
        alimentation
    experiment: experiment, ab test, a b test, split test, experimento, experience, holdout,
        test group, variant, assignment
    model: model, models, modelo, modele, modell, scorer, classifier, ranker, predictor
    endpoint: endpoint, serving, inference, inference service, scoring service, model server,
        scoring api, inference api, prediction service, prediction, scoring, batch scoring,
        scorer service
    api: api, rest api, service, servicio, servico
    events: event, events, tracking, evento, evenement, ereignis, tracking event, tap event,
        instrumentation
    features: feature table, features table, features
    flag: flag, feature flag, toggle, switch, feature toggle
    dictionary: dictionary, glossary, data dictionary, diccionario, dictionnaire, taxonomy
    dpia: dpia, data protection impact assessment, privacy impact assessment
    pii: pii, personal data, datos personales, donnees personnelles, personenbezogene daten, raw
        email
    server: server, servers, servidor, serveur, vm, instance, virtual machine
    database: database, db, postgres, postgresql, mysql, base de datos, banco de dados, base de
        donnees, datenbank, replica, base
    image: docker image, base image, container image, image
    cert: certificate, cert, tls cert, ssl cert, certificado, certificat, zertifikat, tls
    firewall: firewall, port, firewall rule, proxy
    dns: dns, domain name, hostname
    load_balancer: load balancer, lb, alb, nlb
    app: app, application, aplicacion, aplicativo
    ios: ios, iphone, apple
    android: android
    web: web, website, site web, sitio web
    consent: consent, consent banner, cookie banner, consent flag, consentimiento, consentement,
        einwilligung
    wandb: wandb, weights and biases, w b, weights biases
    hugging_face: hugging face, hf, huggingface
    vault: vault, secret store, secrets manager
    crm: crm, salesforce, hubspot, salesforce crm
    survey: survey, encuesta, enquete, umfrage, pesquisa, questionnaire, panel
    laptop: laptop, notebook computer, portatil, macbook, ordinateur portable, rechner
    notebook: notebook, analysis notebook
    document: doc, document, memo, write up, writeup, documento, dokument, page, rfc, proposal,
        paper, model card
    dataset: dataset, data set, sample, datensatz, conjunto de datos, jeu de donnees, data,
        daten, datos, dados, donnees, corpus, number, figure, numero, chiffre, zahlen, file,
        files, archivo, arquivo, fichier, datei, list, lista, liste, value, wert
    threshold: threshold, cutoff, cut off, umbral, limiar, seuil, schwelle, schwellwert
    metric: metric, kpi, metrica, metrique, metrik, kennzahl, measure, okr
    mockup: mock, mockup, mock up, figma, wireframe, maquette, maqueta
    screen: screen, ui, interface, front, page view, pantalla, tela, ecran, portal
    project: project, projekt, proyecto, projeto, projet
    batch: batch, lote, lot, charge, wave, round, ronda, rodada, lieferung nr
    version: version, release version, v
    region: region, zone
    team: team, squad, crew, equipo, equipe, folk, folks, group, guild, people, person, dev,
        devs, engineer, engineering, developer, colleague, staff, department, office, guy, guys,
        side, mannschaft, gruppe, committee
    """
)
