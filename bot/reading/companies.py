"""Companies that data teams buy from: one of them waited on is likely an outside party."""

COMPANIES = """
    acxiom, adjust, adobe, adyen, ahrefs, akamai, alation, algolia, alibaba, alteryx, amazon,
    amplitude, anodot, anthropic, appen, apple, appsflyer, atlan, atlassian, auth0, avaya, aws,
    azure, bloomberg, bosch, branch, brandwatch, braze, cerner, chargebee, cisco, cloudera,
    cloudflare, cohere, collibra, comscore, confluent, contentful, coreweave, creditsafe, crif,
    criteo, crunchbase, databricks, datadog, dataiku, datarobot, datev, deepl, dhl, docker, dpd,
    dun & bradstreet, elastic, epic, equifax, esri, experian, facebook, factset, fastly, fedex,
    finicity, fitbit, fivetran, forter, garmin, genesys, gfk, github, gitlab, gls, google, h2o,
    here, hermes, huawei, hubspot, hugging face, ibm, informatica, ipsos, iqvia, jetbrains,
    jumio, kantar, keywords studios, klarna, labelbox, lambda, lionbridge, liveramp, looker,
    magento, mapbox, mastercard, matillion, meltwater, meta, microsoft, mistral, mixpanel,
    mongodb, monte carlo, moody's, morningstar, moz, msci, neoway, netsuite, nielsen, nvidia,
    okta, onfido, openai, oracle, orange, paypal, philips, pitchbook, plaid, qualtrics, recurly,
    red hat, refinitiv, reuters, riskified, s&p, sage, salesforce, sama, samsung, sap, scale ai,
    schufa, segment, semrush, sendgrid, serasa, servicenow, shopify, siemens, sift, similarweb,
    snowflake, solaredge, splunk, sprinklr, stripe, surge, tableau, talend, telefonica, tencent,
    teradata, tiktok, tink, tobii, toloka, tomtom, totvs, transperfect, transunion, twilio, ups,
    veriff, visa, vmware, vodafone, weights & biases, workday, worldpay, yodlee, zendesk, zuora
"""
