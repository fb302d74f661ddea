"""What can be published. Pure."""

KINDS = {
    "definition": "What we agreed on",
    "guidance": "Guidance",
    "protocol": "Protocols between agencies",
    "minutes": "Minutes of the steering committee",
    "picture": "How far we have come",
}
