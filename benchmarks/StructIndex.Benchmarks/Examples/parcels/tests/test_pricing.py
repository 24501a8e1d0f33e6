from service.pricing import apply_discount, price_of, surcharge_for_weight


def test_heavy_parcels_cost_more():
    assert surcharge_for_weight(2000) == 0
    assert surcharge_for_weight(2001) == 50


def test_discount_of_business_customers():
    assert apply_discount(1000, customer(discount_percent=10)) == 900


def test_price_of_a_parcel():
    assert price_of(parcel(weight=500), customer()) == 390
