"""Messages to the people who wait for parcels."""


def notify_recipient(parcel, event):
    """Tells the recipient about an event, by text message where a phone number is known, else by mail."""
    if parcel.phone:
        send_text_message(parcel.phone, TEXTS[event])
    else:
        send_mail(parcel.mail, "Your parcel", TEXTS[event])


def send_text_message(phone, text):
    GATEWAY.post("/messages", {"to": phone, "text": text[:160]})


def send_mail(address, subject, text):
    SMTP.send(address, subject, text)


TEXTS = {"handed_in": "Your parcel is on its way.", "delivered": "Your parcel was delivered."}
